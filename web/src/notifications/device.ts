/** What only this device decides: a school computer may be silent while a phone sounds. */
import { create } from 'zustand';

const KEY = 'parta.notifications';

export interface Device {
  sound: boolean;
  banner: boolean;
  /** Notifications of the system while Parta's window is out of sight. */
  desktop: boolean;
}

const USUAL: Device = { sound: true, banner: true, desktop: false };

function remembered(): Device {
  try {
    return { ...USUAL, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Device>) };
  } catch {
    return USUAL;
  }
}

export const useDevice = create<Device>(() => remembered());

export function setDevice(change: Partial<Device>): void {
  useDevice.setState(change);
  localStorage.setItem(KEY, JSON.stringify(useDevice.getState()));
}
