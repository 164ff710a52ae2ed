/** The origins of typed addresses of web pages; what is no address stays as it is, so that it is told. */
export function originsOf(typed: string): string[] {
  const addresses = typed.split(/[\s,]+/).filter(Boolean);
  return [...new Set(addresses.map((one) => (isWeb(one) ? new URL(one).origin : one)))];
}

function isWeb(address: string): boolean {
  return /^https?:/i.test(address) && URL.canParse(address);
}
