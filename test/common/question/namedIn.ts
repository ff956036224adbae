import {
  type GraphQLSchema,
  isInputObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** What a document names: `Type.field`, `Type.field(argument)`, and the fields of what is put in. */
export function namedIn(schema: GraphQLSchema, document: string): string[] {
  const info = new TypeInfo(schema);
  const names: string[] = [];
  const field = () => `${info.getParentType()?.name}.${info.getFieldDef()?.name}`;
  visit(
    parse(document),
    visitWithTypeInfo(info, {
      Field: () => void names.push(field()),
      Argument: ({ name }) => void names.push(`${field()}(${name.value})`),
      ObjectField: ({ name }) => {
        const parent = info.getParentInputType();
        if (isInputObjectType(parent)) names.push(`${parent.name}.${name.value}`);
      },
    }),
  );
  return names;
}
