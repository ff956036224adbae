import { Page } from '#client/ui/Page.tsx';

export function OrganisationScreen({ id }: { id: string }) {
  return <Page title={id}>{null}</Page>;
}
