// Lets a table that is wider than the screen be read by the keyboard: what scrolls sideways can be stood on.
(() => {
  const TABLES = "[data-testid=stTable], [data-testid=stTable] *";
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth;
  const reach = (one) => { scrolls(one) ? one.setAttribute("tabindex", "0") : one.removeAttribute("tabindex"); };
  const sizes = new ResizeObserver((all) => all.forEach(({ target }) => reach(target)));
  const boxes = (node) => [...(node.matches?.(TABLES) ? [node] : []), ...(node.querySelectorAll?.(TABLES) ?? [])]
    .filter((one) => one.localName === "div");
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) for (const box of boxes(node)) { reach(box); sizes.observe(box); }
  }).observe(document, { subtree: true, childList: true });
})();
