import { buildIfNeeded } from "@/front/build";

console.log(buildIfNeeded() ? "Site built" : "Site is built already");
