import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { listenToKeys, useAppKey } from './use-app-key.ts';

/** Listens to the keys of the app, and goes to the screens that some of them stand for. */
export function useGoKeys(): void {
  const navigate = useNavigate();
  useEffect(listenToKeys, []);
  useAppKey('go-timesheet', () => void navigate({ to: '/' }));
  useAppKey('go-projects', () => void navigate({ to: '/projects' }));
  useAppKey('go-people', () => void navigate({ to: '/people' }));
  useAppKey('go-integrations', () => void navigate({ to: '/integrations' }));
}
