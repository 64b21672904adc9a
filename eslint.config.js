import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
	{
		ignores: [
			'node_modules',
			'build',
			'.svelte-kit',
			'.node',
			'.cache',
			'data',
			'src/lib/paraglide',
			'bench/bare-app'
		]
	},
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{ languageOptions: { globals: { ...globals.node, ...globals.browser } } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } }
	},
	{
		rules: {
			'no-undef': 'off',
			eqeqeq: 'error',
			'no-console': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'svelte/no-at-html-tags': 'error',
			'svelte/no-inline-styles': 'error',
			'svelte/require-each-key': 'error',
			// Addresses are built from typed parts; `resolve()` adds nothing to an app that is served from the root.
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{ files: ['bin/**', 'tests/run.ts', 'tests/fault/**', 'bench/**'], rules: { 'no-console': 'off' } }
);
