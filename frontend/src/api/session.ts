/** Who calls: nobody has to say so on the machine that serves; elsewhere a token does. */
import { Problem } from '../logic/problems.ts';
import { ask, client } from './client.ts';

/** Under these names nobody has to say who they are. */
export const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);
export const whoAmI = (): Promise<{ owner: string; scope: string }> => ask(client.GET('/api/v1/session'));
export const signOut = (): Promise<unknown> => ask(client.DELETE('/api/v1/session'));
export const signIn = (token: string): Promise<unknown> => ask(client.POST('/api/v1/session', { body: { token } }));

/** Whether the server wants a token first. */
export async function mustSignIn(): Promise<boolean> {
  try {
    await whoAmI();
    return false;
  } catch (refused) { return refused instanceof Problem && refused.status === 401; }
}
