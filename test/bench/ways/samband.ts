import { environmentOf, onRegister } from '#test/bench/Register.ts';
import { Serving } from '#test/bench/Serving.ts';
import { serverProgram } from '#test/bench/surroundings.ts';
import { dataIn, type Open, textOf } from './Way.ts';

/** Samband as it is: the server as it is built, asked over HTTP by a coordinator's token, with everything on. */
export const openSambandWay: Open = async ({ dataDir }, things) => {
  const token = await onRegister(dataDir, ['token', '--role', 'coordinator', '--days', '1']);
  const serving = await Serving.start(
    ['--enable-source-maps', serverProgram],
    environmentOf(dataDir),
  );
  things.add(() => serving.stop());
  const headers = {
    'content-type': 'application/json',
    'accept-language': 'nb',
    authorization: `Bearer ${token}`,
  };
  return {
    name: 'samband',
    serving,
    ask: (operation, { samband }) => ({
      path: '/graphql',
      headers,
      body: JSON.stringify({ query: textOf(operation, 'samband.graphql'), variables: samband }),
    }),
    read: dataIn,
  };
};
