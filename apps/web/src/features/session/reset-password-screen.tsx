/** Placeholder until the screen stands. */
export function ResetPasswordScreen() {
  return null;
}
