import { Page } from '#client/ui/Page.tsx';

export function ContactSheetScreen() {
  return <Page title="Kontaktark">{null}</Page>;
}
