import { graphql, type ResultOf, type VariablesOf } from '#client/graphql.ts';

export const ExportSize_query = graphql(`
  query ExportSize($input: ExportInput!) {
    exportSize(input: $input) {
      organisations
      people
      needsReason
      needsStepUp
    }
  }
`);

export const PrepareExport = graphql(`
  mutation PrepareExport($input: ExportInput!) {
    prepareExport(input: $input) {
      address
      fileName
    }
  }
`);

export type ExportInput = VariablesOf<typeof PrepareExport>['input'];
export type Prepared = ResultOf<typeof PrepareExport>['prepareExport'];
