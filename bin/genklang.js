#!/usr/bin/env node
// The command line. Every command lies in bin/commands/ and is loaded only when it is asked for.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { findNode, installDependencies, isNewEnough, root, runWith } from './bootstrap.js';
import { findModulesQuickly } from './resolve-quickly.js';

const commands = /** @type {const} */ ({
	serve: 'startar servern',
	build: 'bygger programmet',
	migrate: 'skapar eller uppdaterar databasen',
	'create-key': 'gör huvudnyckeln: genklang create-key <fil>',
	'create-admin': 'bjuder in en systemadministratör: genklang create-admin <e-post> [namn]',
	'rotate-keys': 'byter nycklar och låser allt på nytt',
	backup: 'gör en krypterad säkerhetskopia: genklang backup <fil>',
	incident: 'samlar underlag för en incidentrapport: genklang incident --since <dag>',
	restore: 'läser in en säkerhetskopia på en tom plats: genklang restore <fil>',
	'verify-audit': 'granskar att åtkomstloggen är hel',
	nightly: 'gör nattens arbete, om servern inte redan har gjort det',
	demo: 'startar en demo med påhittade data',
	lint: 'granskar formulär: genklang lint [mapp …]',
	score: 'räknar poäng: genklang score <formulär> < svar.json',
	rerun: 'gör om en publicerad siffra: genklang rerun <figur>',
	outcome: 'räknar ett resultatmått: genklang outcome <mått> < fall.json'
});

const help = `Genklang – frågeformulär och uppföljning för socialtjänsten

  genklang <kommando>

${Object.entries(commands)
	.map(([name, text]) => `  ${name.padEnd(14)}${text}`)
	.join('\n')}

Inställningar görs med miljövariabler, se README.md.
`;

async function readStandardInput() {
	const chunks = [];
	for await (const chunk of process.stdin) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}

async function main() {
	const [name = 'help', ...args] = process.argv.slice(2);
	if (name === 'help' || name === '--help' || name === '-h') {
		process.stdout.write(help);
		return 0;
	}
	if (!(name in commands)) {
		process.stderr.write(`Kommandot ${name} finns inte.\n\n${help}`);
		return 2;
	}
	process.env['GENKLANG_ROOT'] ??= root;
	const { run } = await import(`./commands/${name}.ts`);
	return run(args, {
		root,
		stdin: readStandardInput,
		stdout: (/** @type {string} */ text) => process.stdout.write(text),
		stderr: (/** @type {string} */ text) => process.stderr.write(text)
	});
}

if (isNewEnough(process.version) && existsSync(join(root, 'node_modules'))) {
	// Where the folder may not be written in, Node goes on without.
	module.enableCompileCache(join(root, '.cache', 'node'));
	findModulesQuickly();
	process.exitCode = await main();
} else {
	installDependencies();
	runWith(findNode(), [join(root, 'bin', 'genklang.js'), ...process.argv.slice(2)]);
}
