/** For `npx drizzle-kit generate`, which writes the next migration from the tables. */
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'postgresql',
	schema: './src/lib/*/server/*tables.ts',
	out: './drizzle'
});
