/**
 * All the script that these pages have: takes the token out of the address and puts it into the form. The address bar and the history
 * forget it at once; nothing is sent until somebody presses.
 */
export const linkScript = `const token = location.hash.slice(1);
if (/^[\\w-]{22}$/.test(token)) {
  history.replaceState(null, '', location.pathname + location.search);
  const form = document.forms.link;
  form.elements.token.value = token;
  form.elements.code.required = false;
  document.documentElement.dataset.has = 'token';
  form.elements.open.focus();
}
`;
