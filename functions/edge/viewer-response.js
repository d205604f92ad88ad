// Runs at the edge before a reader gets an answer: a stored page may say that it has moved, or that it is gone; and
// that somebody has opened the copy that only they were given is written down.
// Alone by necessity: CloudFront Functions have no imports. Plain enough for their runtime, "cloudfront-js-2.0".

// eslint-disable-next-line no-unused-vars -- CloudFront calls it by this name
function handler(event) {
  const response = event.response;
  const headers = response.headers;
  const status = headers["x-amz-meta-answer"];
  const location = headers["x-amz-meta-location"];
  delete headers["x-amz-meta-answer"];
  delete headers["x-amz-meta-location"];
  if (event.request.uri.indexOf("/advance") === 0) {
    // A picture cannot say so itself.
    headers["x-robots-tag"] = { value: "noindex, nofollow, noarchive" };
    if (event.request.uri.indexOf("/advance/") === 0) {
      console.log("An advance copy was opened: " + event.request.uri);
    }
  }
  if (status === undefined) return response;

  if (status.value === "410") {
    response.statusCode = 410;
    response.statusDescription = "Gone";
  } else if (
    status.value === "301" &&
    location !== undefined &&
    /^\/(?:[a-z0-9-]+\/)+(?:[a-z0-9-]+\.[a-z0-9]+)?$/.test(location.value)
  ) {
    response.statusCode = 301;
    response.statusDescription = "Moved Permanently";
    headers.location = { value: location.value };
  }
  return response;
}
