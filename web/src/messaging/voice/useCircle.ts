import { useCallback, useEffect, useRef, useState } from 'react';

import { CannotRecord, closeStream, openStream, Recording, type Recorded, type Trouble } from './recording';

export type Stage = 'starting' | 'preview' | 'recording' | 'review' | 'failed';

type Facing = 'user' | 'environment';

/** A circle from the first look into the camera to the last look at the film. */
export function useCircle() {
  const [stage, setStage] = useState<Stage>('starting');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [duration, setDuration] = useState(0);
  const [recorded, setRecorded] = useState<Recorded | null>(null);
  const [facing, setFacing] = useState<Facing>('user');
  const recording = useRef<Recording | null>(null);
  const opened = useRef<MediaStream | null>(null);
  // Grows whenever what was begun is given up: a camera that opens too late is closed again.
  const turns = useRef(0);

  const look = useCallback(async (from: Facing) => {
    const mine = ++turns.current;
    setStage('starting');
    setRecorded(null);
    setDuration(0);
    try {
      closeStream(opened.current);
      const fresh = await openStream('circle', from);
      if (turns.current !== mine) return closeStream(fresh);
      opened.current = fresh;
      setStream(fresh);
      setStage('preview');
    } catch (reason) {
      if (turns.current !== mine) return;
      setTrouble(reason instanceof CannotRecord ? reason.trouble : 'broken');
      setStage('failed');
    }
  }, []);

  const end = useCallback(async () => {
    const running = recording.current;
    if (running === null) return;
    recording.current = null;
    const done = await running.end();
    setStream(null);
    setDuration(done.duration);
    setRecorded(done);
    setStage('review');
  }, []);

  const begin = useCallback(() => {
    if (opened.current === null) return;
    const made = new Recording('circle', opened.current, {
      level: () => setDuration(made.duration),
      limit: () => void end(),
      broken: () => void end(),
    });
    recording.current = made;
    setStage('recording');
  }, [end]);

  useEffect(() => {
    void look(facing);
    return () => {
      turns.current += 1;
      recording.current?.drop();
      recording.current = null;
      closeStream(opened.current);
    };
  }, [look, facing]);

  const turn = useCallback(() => setFacing((was) => (was === 'user' ? 'environment' : 'user')), []);
  return { stage, trouble, stream, duration, recorded, facing, again: () => void look(facing), begin, end, turn };
}
