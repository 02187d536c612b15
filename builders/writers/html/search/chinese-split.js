// The same rules as in chinese.py, for a query: pairs, and a single character only where it stands alone.
var splitQuery = (query) => {
  const han = /^[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;
  const runs =
    /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+|(?:(?![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])[\p{L}\p{N}_])+/gu;
  return Array.from(query.matchAll(runs), ([run]) =>
    han.test(run) && run.length > 1 ? Array.from(run.slice(1), (_, place) => run.slice(place, place + 2)) : [run],
  ).flat();
};
