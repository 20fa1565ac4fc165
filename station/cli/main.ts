import { Command, CommanderError, Option } from 'commander';
import { builtInProfiles } from '../profiles.ts';
import { type ExitCode, exitCodes, type Output, processOutput, reportError } from './output.ts';

/** Runs the command line and resolves to its exit code. `args` are without the program's own name. */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  const output = processOutput(process.env);
  let code: ExitCode = exitCodes.allWell;
  const program = createProgram(output, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.allWell : exitCodes.couldNotRun;
    reportError(output, error);
    return exitCodes.couldNotRun;
  }
}

interface CommandLine {
  readonly program: Command;
  readonly output: Output;
  finish(code: ExitCode): void;
}

/** What a command needs is loaded when it is asked for: to list the forms takes nothing of what reads pages. */
function createProgram(output: Output, finish: (code: ExitCode) => void): Command {
  const program = new Command('tabularium')
    .description('Turns paper into verified digital records, without a screen.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.result(text.trimEnd()), writeErr: output.notice });
  const commandLine = { program, output, finish };
  addProcess(commandLine);
  addScan(commandLine);
  addWatch(commandLine);
  addForms(commandLine);
  addOwnLists(commandLine);
  addDeliver(commandLine);
  addSeparators(commandLine);
  addUpkeep(commandLine);
  return program;
}

function addProcess({ program, output, finish }: CommandLine): void {
  program
    .command('process')
    .description('read files and folders and write <out>/results.json')
    .argument('<file-or-folder...>')
    .option('--form <package>', 'a form package to recognise beside the built-in ones (may be repeated)', append, [])
    .option('--profile <id>', 'what the pile is', builtInProfiles[0].id)
    .option('--data <dir>', 'workstation folder to keep the batch in; a temporary one by default')
    .requiredOption('--out <dir>', 'folder for results.json')
    .option('--json', 'print the result as JSON on standard output')
    .action(async (paths, options) => {
      const { processCommand } = await import('./process.ts');
      finish(await processCommand(paths, options, output));
    });
}

function addScan({ program, output, finish }: CommandLine): void {
  withFolder(program.command('scan').description('scan a pile into a new batch'))
    .option('--profile <id>', 'what the pile is', builtInProfiles[0].id)
    .option('--name <name>', 'name of the batch')
    .option('--device <address>', 'the scanner; by default the one that the profile used last')
    .option('--driver <name>', 'escl, sane, wia or naps2; by default as the address tells')
    .option('--source <name>', 'feeder or flatbed')
    .addOption(new Option('--sides <sides>', 'of each sheet').choices(['front', 'both']))
    .option('--colour <mode>', 'colour, grey or black-white')
    .option('--resolution <ppi>', 'in pixels per inch')
    .option('--paper <size>', 'a3, a4, a5, letter, legal or largest')
    .option('--sheets <number>', 'sheets that were counted; ends with 2 when others came')
    .option('--resume <batch>', 'go on with a scan that stopped')
    .action(async (options) => {
      const { scanCommand } = await import('./scan.ts');
      finish(await scanCommand(options, output));
    });
}

function addWatch({ program, output, finish }: CommandLine): void {
  withFolder(program.command('watch').description('take in what scanners put into a folder, until stopped'))
    .argument('<folder>')
    .option('--profile <id>', 'what the files are', builtInProfiles[0].id)
    .action(async (path, options) => {
      const { watchCommand } = await import('./watch.ts');
      finish(await watchCommand(path, options, output));
    });
}

function addForms({ program, output, finish }: CommandLine): void {
  const forms = program.command('forms').description('form packages of the workstation');
  withFolder(forms.command('add').description('copy a package into the workstation').argument('<package>')).action(
    async (path, options) => {
      const { formsAddCommand } = await import('./forms.ts');
      finish(await formsAddCommand(path, options, output));
    },
  );
  withFolder(forms.command('list').description('list the forms that are known')).action(async (options) => {
    const { formsListCommand } = await import('./forms.ts');
    finish(await formsListCommand(options, output));
  });
  withFolder(forms.command('check').description('list the faults of a package').argument('<package>')).action(
    async (path, options) => {
      const { formsCheckCommand } = await import('./forms.ts');
      finish(await formsCheckCommand(path, options, output));
    },
  );
}

/** Lists that a municipality brings itself. */
function addOwnLists({ program, output, finish }: CommandLine): void {
  const streets = program.command('streets').description('the streets of the municipality');
  withFolder(streets.command('add').description('take in a list of streets (CSV of ANNCSU)').argument('<csv>')).action(
    async (path, options) => {
      const { addOwnListCommand } = await import('./own-lists.ts');
      finish(await addOwnListCommand('streets', path, options, output));
    },
  );

  const names = program.command('names').description('the names of the people of the municipality');
  withFolder(
    names.command('add').description('take in a list of names (CSV with columns COGNOME and NOME)').argument('<csv>'),
  ).action(async (path, options) => {
    const { addOwnListCommand } = await import('./own-lists.ts');
    finish(await addOwnListCommand('names', path, options, output));
  });
}

function addDeliver({ program, output, finish }: CommandLine): void {
  withFolder(program.command('deliver').description('send the approved documents of a batch'))
    .requiredOption('--batch <id>', 'the batch')
    .requiredOption('--to <destination>', 'id of the destination')
    .action(async (options) => {
      const { deliverCommand } = await import('./deliver.ts');
      finish(await deliverCommand(options, output));
    });
}

function addSeparators({ program, output, finish }: CommandLine): void {
  program
    .command('separators')
    .description('draw separator sheets to print, which divide a pile into documents')
    .option('--profile <id>', 'what the piles are that they divide', builtInProfiles[0].id)
    .option('--reference <text>', 'archival reference of the documents that follow (may be repeated)', append, [])
    .option('--count <number>', 'how many of each', '1')
    .option('--both-sides', 'the same on front and back, for a printer that prints both sides')
    .requiredOption('--out <file>', 'the PDF to write')
    .option('--json', 'print the result as JSON on standard output')
    .action(async (options) => {
      const { separatorsCommand } = await import('./separators.ts');
      finish(await separatorsCommand(options, output));
    });
}

/** Whether what the workstation holds can be trusted, and whether it can work. */
function addUpkeep({ program, output, finish }: CommandLine): void {
  const audit = program.command('audit').description('the log of everything that was done');
  withFolder(audit.command('verify').description('check that nothing was removed, altered or moved'))
    .option('--noted <end>', 'end of the log that an earlier check told, kept where nobody here can write')
    .action(async (options) => {
      const { auditVerifyCommand } = await import('./audit.ts');
      finish(await auditVerifyCommand(options, output));
    });

  withFolder(program.command('doctor').description('check that this workstation can work')).action(async (options) => {
    const { doctorCommand } = await import('./doctor.ts');
    finish(await doctorCommand(options, output));
  });
}

function withFolder(command: Command): Command {
  return command
    .option('--data <dir>', 'workstation folder; TABULARIUM_DATA or the desktop app’s by default')
    .option('--json', 'print the result as JSON on standard output');
}

function append(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
