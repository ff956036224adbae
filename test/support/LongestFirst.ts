import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/**
 * De lengste først. Those that start a process or a browser of their own take longest, and stand in no relation to how long they are:
 * the last one of them would run alone, with one of two cores.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => Number(isShort(one)) - Number(isShort(other)));
  }
}

const isShort = ({ moduleId }: TestSpecification): boolean =>
  /\.(unit|api|screen)\.test\.tsx?$/.test(moduleId);
