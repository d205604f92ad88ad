// Runs at the edge before the cache is asked: turns the path that a reader asks for into the key of an object.
// Alone by necessity: CloudFront Functions have no imports. Plain enough for their runtime, "cloudfront-js-2.0".

// A page is a folder with an index in it. Without the slash it is the same page, which names its true address itself;
// sending readers on would tell those who ask for what is not there that it has moved.
// eslint-disable-next-line no-unused-vars -- CloudFront calls it by this name
function handler(event) {
  const request = event.request;
  const path = request.uri;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "") request.uri = path + "index.html";
  else if (name.indexOf(".") < 0) request.uri = path + "/index.html";
  return request;
}
