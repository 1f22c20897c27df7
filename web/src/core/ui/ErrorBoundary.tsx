import { Button, Placeholder } from '@vkontakte/vkui';
import { Component, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

interface Props {
  children: ReactNode;
  /** A change of it gives the content another chance: a broken page must not break the next one. */
  resetKey?: string;
}

export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.failed && before.resetKey !== this.props.resetKey) this.setState({ failed: false });
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Placeholder
        stretched
        title={<FormattedMessage id="state.broken" />}
        action={
          <Button size="m" onClick={() => window.location.reload()}>
            <FormattedMessage id="state.reload" />
          </Button>
        }
      >
        <FormattedMessage id="state.broken.hint" />
      </Placeholder>
    );
  }
}
