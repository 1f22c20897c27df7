import { AdaptivityProvider, AppRoot, ConfigProvider, Title } from '@vkontakte/vkui';
import { Icon28MessageOutline } from '@vkontakte/icons';

export function App() {
  return (
    <ConfigProvider platform="android">
      <AdaptivityProvider>
        <AppRoot>
          <Icon28MessageOutline />
          <Title>Парта</Title>
        </AppRoot>
      </AdaptivityProvider>
    </ConfigProvider>
  );
}
