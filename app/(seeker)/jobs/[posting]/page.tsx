import PostingPage from "./[slug]/page";

export { generateMetadata } from "./[slug]/page";

/** A posting's address without its last part: leads to the whole one. */
export default PostingPage;
