/** What makes the pages of a review smoother: they print by a button, and a form that is on its way is not sent again. */
export const reviewScript = `document.documentElement.dataset.hasScript = '';
addEventListener('click', ({ target }) => {
  if (target.closest('[data-print]')) print();
});
addEventListener('submit', (event) => {
  const { target: form } = event;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
});
addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});
`;
