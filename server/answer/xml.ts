/** A document of XML. As text, so that it is compressed on its way. */
export const answerXml = (xml: string): Response =>
  new Response(xml, { headers: { "content-type": "text/xml; charset=utf-8" } });
