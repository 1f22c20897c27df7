/** Light, dark, or as the device says; remembered on this device. */
import { create } from 'zustand';

export type ThemeChoice = 'light' | 'dark' | 'system';

const KEY = 'parta.theme';

interface ThemeState {
  choice: ThemeChoice;
  choose: (choice: ThemeChoice) => void;
}

function remembered(): ThemeChoice {
  const kept = localStorage.getItem(KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export const useTheme = create<ThemeState>((set) => ({
  choice: remembered(),
  choose: (choice) => {
    localStorage.setItem(KEY, choice);
    set({ choice });
  },
}));
