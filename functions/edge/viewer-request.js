// Runs at the edge before the cache is asked: turns the path that a reader asks for into the key of an object.
// Alone by necessity: CloudFront Functions have no imports. Plain enough for their runtime, "cloudfront-js-2.0".

// eslint-disable-next-line no-unused-vars -- CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  const path = request.uri;

  // A page has one address, with a slash at its end: everything else that means it is sent there.
  if (path.endsWith("/index.html")) return movedTo(path.slice(0, -"index.html".length), request);
  if (path.endsWith("/")) {
    request.uri = path + "index.html";
    return request;
  }
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name.indexOf(".") < 0) return movedTo(path + "/", request);
  return request;
}

/** Several slashes in front would name another host: "//other.example/" leads away from here. */
function movedTo(path, request) {
  return {
    statusCode: 301,
    statusDescription: "Moved Permanently",
    headers: {
      location: { value: path.replace(/^[/\\]+/, "/") + queryOf(request.querystring) },
      "cache-control": { value: "public, max-age=3600" },
    },
  };
}

/** The query as it came: names and values are still encoded. */
function queryOf(query) {
  const parts = [];
  for (const name of Object.keys(query || {})) {
    const values = query[name].multiValue || [query[name]];
    for (const one of values) parts.push(one.value === "" ? name : name + "=" + one.value);
  }
  return parts.length === 0 ? "" : "?" + parts.join("&");
}
