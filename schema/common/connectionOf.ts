import { Field, Int, ObjectType } from 'type-graphql';

import { PageInfo } from './PageInfo.ts';

interface EdgeOf<Node> {
  cursor: string;
  node: Node;
}

/** Side av en liste. The types of a Relay connection: a list in pages, with edges, nodes and a count. */
export interface ConnectionOf<Node> {
  edges: EdgeOf<Node>[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: number;
}

type Type<T> = abstract new (...args: never[]) => T;

/** Makes the base of a connection type. `Name`: of the thing listed, as in `Name`Connection. */
export function connectionOf<Node extends object>(
  node: () => Type<Node> | object,
  name: string,
  what: string,
): new () => ConnectionOf<Node> {
  @ObjectType(`${name}Edge`, {
    simpleResolvers: true,
    description: `One of the ${what} of a page, with its cursor.`,
  })
  class Edge {
    @Field(() => String, { description: 'Points at this place in the list.' })
    cursor!: string;

    @Field(node as () => never, { description: 'What is listed.' })
    node!: Node;
  }

  @ObjectType({ simpleResolvers: true })
  abstract class Connection {
    @Field(() => [Edge], { description: `The ${what} of this page, each with its cursor.` })
    edges!: Edge[];

    @Field(() => [node() as never], { description: `The ${what} of this page.` })
    nodes!: Node[];

    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, {
      description: `How many ${what} there are in all that the viewer may see. Counted only when asked for.`,
    })
    totalCount!: number;
  }
  return Connection as never;
}
