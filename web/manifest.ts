/** What an installed Parta is called and looks like on a home screen. */
export const manifest = {
  id: '/',
  name: 'Парта',
  short_name: 'Парта',
  description: 'Закрытая среда общения школы',
  lang: 'ru',
  start_url: '/chats',
  scope: '/',
  display: 'standalone' as const,
  theme_color: '#1a1a1a',
  background_color: '#ffffff',
  categories: ['education', 'social'],
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' as const },
  ],
};
