"""Speech: spoken words to text, by a model that lies on this machine. Others import `Transcriber` and its segments."""
