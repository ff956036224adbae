import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';

import { Change } from '#schema/access/Change.ts';
import { ChangeConnection } from '#schema/access/ChangeConnection.ts';
import { ReadOfPersonConnection } from '#schema/access/ReadOfPersonConnection.ts';
import { PageArguments } from '#schema/common/PageArguments.ts';
import { Organisation } from '#schema/organisation/Organisation.ts';
import { Affiliation } from '#schema/person/Affiliation.ts';
import { Person } from '#schema/person/Person.ts';
import { readOne, related } from '#server/common/read.ts';
import type { Row } from '#server/common/Row.ts';
import type { Context } from '#server/context.ts';
import { noteContactWorks, NoteContactWorksInput } from '#server/person/noteContactWorks.ts';
import { ChangeFilter, listChanges } from './listChanges.ts';
import { listReads, ReadFilter } from './listReads.ts';
import { undoChange, UndoChangeInput } from './undoChange.ts';

@ArgsType()
class ChangesArguments extends PageArguments {
  @Field(() => ChangeFilter, { nullable: true, description: 'What narrows the list.' })
  filter?: ChangeFilter | null;
}

@ArgsType()
class ReadsArguments extends PageArguments {
  @Field(() => ReadFilter, { nullable: true, description: 'What narrows the list.' })
  filter?: ReadFilter | null;
}

/** How traces are asked for, by those who answer for the register, and how a change is taken back. */
@Resolver()
export class TraceResolver {
  @Query(() => ChangeConnection, {
    description:
      'What was changed in the whole register, the latest first. For the privacy officer.',
  })
  changes(
    @Args(() => ChangesArguments, { validate: false }) args: ChangesArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listChanges(context, info, args);
  }

  @Query(() => ReadOfPersonConnection, {
    description:
      'Who has got to know how people are reached, the latest first. For the privacy officer: nobody else sees who looked up whom, not of themselves either.',
  })
  reads(
    @Args(() => ReadsArguments, { validate: false }) args: ReadsArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return listReads(context, info, args);
  }

  @Mutation(() => Change, {
    description:
      'Angre. Takes a change of an organisation, a person or an affiliation back, with what was done in the same breath (a role that changed hands), and gives the new change: the history keeps both. What was made is removed, what was removed is there ' +
      'again. For those who may correct the record; without a reason for what one has done oneself in the last two minutes. ' +
      'NOT_FOUND: no such change. FORBIDDEN: not theirs to correct. INVALID_INPUT: `reason: REQUIRED`. CONFLICT with reason ' +
      '`CANNOT_BE_UNDONE` (it has been, or is none that can be), `STALE_VERSION` as in `correctOrganisation`, or `CHANGED_SINCE`: what it wrote is no longer what ' +
      'stands there, and stays; `changes` tell of each field what it wrote (`before`) and what stands there now (`after`), or ' +
      '`STILL_IN_USE`: something points at what would be removed.',
  })
  async undoChange(
    @Arg('input', () => UndoChangeInput, {
      validate: false,
      description: 'Which change, the record as it was seen, and why.',
    })
    input: UndoChangeInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await undoChange(context, input));
  }
}

/** What is said of a way to reach somebody, which is a change of theirs. */
@Resolver()
export class ContactTrialResolver {
  @Mutation(() => Change, {
    description:
      'Det virker igjen. Says that a way to reach an organisation or a person works, from which something had come back: it is written to and rung again. For those who may ' +
      'correct whose it is. Gives the change, which can be taken back. NOT_FOUND: no such contact point. FORBIDDEN: not theirs to correct. ' +
      'CONFLICT with reason `ALREADY_DONE`: nothing has come back from it; `STALE_VERSION` as in `correctOrganisation`.',
  })
  async noteContactWorks(
    @Arg('input', () => NoteContactWorksInput, {
      validate: false,
      description: 'Which one.',
    })
    input: NoteContactWorksInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return readOne(context, info, await noteContactWorks(context, input));
  }
}

const history = {
  description:
    'What was changed of it, of affiliations, of the links to it and of a person’s consents, the latest first.',
};

/** What history adds to an organisation. */
@Resolver(() => Organisation)
export class OrganisationHistoryResolver {
  @FieldResolver(() => ChangeConnection, history)
  history(
    @Root() organisation: Row,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArguments, { validate: false }) _page: PageArguments,
  ) {
    return related(organisation, context, info);
  }
}

/** What history adds to a person. */
@Resolver(() => Person)
export class PersonHistoryResolver {
  @FieldResolver(() => ChangeConnection, history)
  history(
    @Root() person: Row,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArguments, { validate: false }) _page: PageArguments,
  ) {
    return related(person, context, info);
  }
}

/** What history adds to what a person is to an organisation. */
@Resolver(() => Affiliation)
export class AffiliationHistoryResolver {
  @FieldResolver(() => ChangeConnection, {
    description:
      'What was changed of it, the latest first. The same stands in the history of the person and of the organisation.',
  })
  history(
    @Root() affiliation: Row,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArguments, { validate: false }) _page: PageArguments,
  ) {
    return related(affiliation, context, info);
  }
}
