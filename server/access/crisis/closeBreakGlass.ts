import { BreakGlass } from '#schema/access/BreakGlass.ts';
import { ensure } from '#server/access/ensure.ts';
import { change } from '#server/common/change.ts';
import type { Context } from '#server/context.ts';
import { asSeen } from './asSeen.ts';
import type { BreakGlassInput } from './confirmBreakGlass.ts';
import { mayClose } from './crisisRules.ts';

/** Avslutte nødtilgang. From the next read on nobody sees more by it. Throws NOT_FOUND, FORBIDDEN, CONFLICT (STALE_VERSION). */
export function closeBreakGlass(context: Context, input: BreakGlassInput): Promise<string> {
  return change(context, { verb: 'closeBreakGlass' }, async (em) => {
    const opened = await asSeen(context, em, BreakGlass, input);
    ensure(mayClose, context.viewer, opened);
    if (opened.isOpenAt(context.now)) opened.close(context.now);
    return opened.id;
  });
}
