"""Search: messages, people and chats by what is typed. Nobody imports it."""
