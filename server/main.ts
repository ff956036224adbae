import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';

import { type Configuration, readConfiguration } from './configuration.ts';
import { httpServer } from './http/httpServer.ts';
import { giveBackMemory } from './launch/giveBackMemory.ts';
import { LaunchProblem } from './launch/LaunchProblem.ts';
import { OpenThings } from './launch/OpenThings.ts';

/** How long requests under way may take once we are told to stop. */
const patience = 10_000;
/** One Ctrl-C may reach us from the terminal, from npm and from the launcher. */
const sameSignal = 1_000;

const say = (line: string) => void process.stderr.write(`${line}\n`);
const things = new OpenThings((error) => say((error as Error).message));
let state: 'starting' | 'ready' | 'stopping' = 'starting';
let report: (error: unknown) => void = (error) => say(String((error as Error).stack ?? error));

async function start(configuration: Configuration): Promise<void> {
  let answer = (_request: IncomingMessage, response: ServerResponse) => notYet(response);
  const server = httpServer((request, response) => answer(request, response));
  // Before the rest, which may take long: a taken port is told of at once.
  const { port } = await listen(server, configuration);
  // The settings are read. From here on it only tells graphql-js to leave out the checks for developers, which cost half of an answer.
  process.env['NODE_ENV'] ??= 'production';
  // What is heavy is loaded when the port is ours, and only what is needed.
  const { openSamband, surroundingsOf } = await import('./launch/openSamband.ts');
  const samband = await openSamband(configuration, things, say);
  const { lackOf } = await import('./launch/loadRegister.ts');
  const lack = await lackOf(samband, configuration);
  if (lack.reference || lack.world) await loadElsewhere(configuration);

  const [
    { openLog },
    { metricsServer, openMetrics },
    { openApplication },
    { usualQuestionsPerMinute },
    { DirectoryIndex },
    { mailRoom },
    { workRoom },
    { openRegisters },
    { registerRoom },
    { openDemoPlaces },
  ] = await Promise.all([
    import('./http/log.ts'),
    import('./http/metrics.ts'),
    import('./http/application.ts'),
    import('./http/Pace.ts'),
    import('./directory/index/DirectoryIndex.ts'),
    import('./mailRoom.ts'),
    import('./workRoom.ts'),
    import('./directory/register/openRegisters.ts'),
    import('./registerRoom.ts'),
    import('./launch/openDemoPlaces.ts'),
  ]);
  const { pool } = samband.database;
  const log = openLog(configuration);
  const publicUrl = configuration.publicUrl ?? new URL(`http://localhost:${port}`);
  const registers = openRegisters({ ...configuration, publicUrl }, () => new Date());
  const ownSurroundings = await surroundingsOf(samband, onceEach(tellOf(log)), (error) =>
    log.error({ err: error }, 'The read log could not be written: answers were refused'),
  );
  const directoryIndex = configuration.hasSearchIndex
    ? new DirectoryIndex({
        url: samband.database.url,
        log,
        heardOfBacklog: (payload) => ownSurroundings.backlog.heard(payload),
      })
    : null;
  const metrics = openMetrics(pool, () => directoryIndex?.bytes ?? 0);
  const surroundings = {
    ...ownSurroundings,
    ...(directoryIndex && { directoryIndex }),
    ...(registers && { registers }),
    ...((configuration.sending.sms || configuration.isDemo) && {
      textsLeadTo: publicUrl,
      canSms: true,
    }),
  };
  const { sending } = configuration;
  const demo = configuration.isDemo
    ? await openDemoPlaces(things, configuration, `http://localhost:${port}`)
    : null;
  const demoPost = demo?.post;
  const application = await openApplication({
    access: {
      pool,
      publicUrl,
      key: samband.secret,
      clock: () => new Date(),
      isDemo: configuration.isDemo,
      openId: configuration.openId,
      log,
    },
    surroundings,
    demo,
    log,
    metrics,
    clientFolder: join(import.meta.dirname, '../client'),
    isOpen: () => state === 'ready',
    questionsPerMinute: configuration.hasRateLimits ? usualQuestionsPerMinute : null,
    trustProxy: configuration.trustProxy,
    securityContact: configuration.securityContact,
    mailReportToken: sending.mailReportToken ?? demo?.mailReportToken ?? null,
    smsReportToken: sending.sms?.reportToken ?? demo?.smsReportToken ?? null,
  });
  answer = application.app;
  things.add(() => application.stop());
  things.add(() => directoryIndex?.close());
  const { mailRetryAfter: retryAfter } = configuration.sending;
  const smtpUrl = configuration.smtpUrl ?? demoPost?.url;
  const smsRoom = sending.sms
    ? { ...sending.sms, isDemo: configuration.isDemo }
    : (demo?.sms ?? null);
  const mail = smtpUrl
    ? mailRoom({
        ...surroundings,
        url: samband.database.url,
        pool,
        smtpUrl,
        mailFrom: configuration.mailFrom,
        sender: {
          ...sending.identity,
          returnTo: sending.identity.returnTo ?? (demoPost ? 'retur@example.org' : null),
        },
        pace: sending.mailPace,
        sms: smsRoom,
        roundsWait: retryAfter === null ? undefined : () => retryAfter,
        publicUrl,
        clock: () => new Date(),
        log,
      })
    : null;
  things.add(() => mail?.stop());
  const work = workRoom({ url: samband.database.url, surroundings, clock: () => new Date(), log });
  things.add(() => work.stop());
  const watching = registers
    ? registerRoom({
        url: samband.database.url,
        pool,
        registers,
        clock: () => new Date(),
        log,
      })
    : null;
  things.add(() => watching?.stop());

  const metricsHttp = metricsServer(metrics);
  const measured = await listen(metricsHttp, {
    host: '127.0.0.1',
    port: configuration.metricsPort ?? 0,
    setting: 'METRICS_PORT',
  });
  things.add(() => metricsHttp.close());
  // Last opened, first closed: those who are being answered still need all of the above.
  things.add(() => drain(server));
  report = (error) => log.fatal({ err: error }, 'An unforeseen fault; the server stops');
  giveBackMemory();
  state = 'ready';

  say(`Metrics on http://127.0.0.1:${measured.port}/metrics`);
  if (configuration.isDemo && !configuration.openId) {
    say('This is a demo: the sign-in page lists invented users to choose from.');
  }
  if (demo) say(`Its letters go nowhere; read them at ${publicUrl.origin}/demo/post`);
  process.stdout.write(`Samband is ready on ${publicUrl.origin}\n`);
  directoryIndex?.start();
  if (!mail) log.warn('SMTP_URL is not set: letters wait until it is');
  work.start().catch((error: unknown) => log.error({ err: error }, 'Nothing is done by itself'));
  watching
    ?.start()
    .catch((error: unknown) => log.error({ err: error }, 'The registers are not followed'));
  mail?.start().catch((error: unknown) => log.error({ err: error }, 'No mail is sent'));
}

/** Whoever develops wants to know which questions are answered the slow way; once for each is enough. */
const onceEach = (tell: (what: string) => void): ((what: string) => void) => {
  const told = new Set<string>();
  return (what) => {
    if (told.has(what)) return;
    told.add(what);
    tell(what);
  };
};

const tellOf = (log: Logger) => (what: string) =>
  log.info({ what }, 'Not foreseen by the planner: answered the slow way');

/** In a process of its own, which takes with it the memory that loading needs and serving does not. */
async function loadElsewhere({ isDemo }: Configuration): Promise<void> {
  const commandLine = join(import.meta.dirname, 'launch/commandLine.js');
  const child = spawn(process.execPath, [...process.execArgv, commandLine, 'seed'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, SAMBAND_DEMO: isDemo ? 'on' : 'off' },
  });
  const [code] = (await once(child, 'close')) as [number | null];
  // It has said why itself.
  if (code !== 0) throw new LaunchProblem('');
}

/** Takes the port, or says in a sentence why it is not to be had. */
async function listen(
  server: Server,
  { host, port, setting = 'PORT' }: { host: string; port: number; setting?: string },
): Promise<AddressInfo> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, host, () => resolve());
    });
    return server.address() as AddressInfo;
  } catch (error) {
    throw new LaunchProblem(whyNot(error as NodeJS.ErrnoException, { host, port, setting }), {
      cause: error,
    });
  }
}

function whyNot(
  { code, message }: NodeJS.ErrnoException,
  { host, port, setting }: { host: string; port: number; setting: string },
): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program: stop that, or choose another port, such as ${setting}=${port + 1}.`;
  }
  if (code === 'EACCES') {
    return `You may not use port ${port}: choose one above 1023, such as ${setting}=4000.`;
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `HOST ${host} is not an address of this machine: use 127.0.0.1, or 0.0.0.0 for all of its addresses.`;
  }
  return `Port ${port} cannot be used (${message}): choose another, such as ${setting}=${port + 1}.`;
}

function notYet(response: ServerResponse): void {
  const body = { errors: [{ message: 'Samband is starting', extensions: { code: 'BUSY' } }] };
  response
    .writeHead(503, { 'Content-Type': 'application/json; charset=utf-8', 'Retry-After': '1' })
    .end(JSON.stringify(body));
}

/** Lets requests under way come to their end, and takes no new ones. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection becomes idle when its answer is out; until then it is somebody waiting.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const overdue = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(idle);
  clearTimeout(overdue);
}

/** Ends in good order. Before we were ready there is nobody to wait for. */
async function stop(code: number): Promise<void> {
  if (state === 'stopping') return;
  const wasReady = state === 'ready';
  state = 'stopping';
  await (wasReady ? things.close() : Promise.race([things.closeAtOnce(), pause(patience)]));
  process.exit(code);
}

function listenForSignals(): void {
  let firstAt = 0;
  const told = () => {
    const now = Date.now();
    firstAt ||= now;
    if (now - firstAt > sameSignal) process.exit(130);
    void stop(state === 'ready' ? 0 : 130);
  };
  process.on('SIGINT', told).on('SIGTERM', told);
  process.on('uncaughtException', (error) => {
    // Whoever was told to stop has closed the database under what was going on.
    if (state !== 'stopping') report(error);
    void stop(1);
  });
  // The launcher is gone, without a word.
  process.on('disconnect', () => void stop(0));
}

const help = `Starts Samband. It takes no options: everything is set in the environment.
PORT, HOST, PUBLIC_URL, DATABASE_URL, SAMBAND_DATA_DIR, SAMBAND_DEMO, SAMBAND_KEY and the others are told of in README.md.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    process.stdout.write(help);
    return;
  }
  listenForSignals();
  await start(readConfiguration(process.env));
}

await main().catch(async (error: unknown) => {
  // Whoever was told to stop has closed the database under what was going on.
  if (state === 'stopping') return;
  const isForeseen = error instanceof LaunchProblem || isUnknownOption(error);
  const words = isForeseen ? error.message : String((error as Error).stack ?? error);
  if (words) say(words);
  await stop(1);
});

function isUnknownOption(error: unknown): error is Error {
  return (
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}
