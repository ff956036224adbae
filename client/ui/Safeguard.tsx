import { Component, type ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';

/** Keeps a fault in one screen from taking the frame with it. */
export class Safeguard extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="page">
        <h1>
          <FormattedMessage id="problem.title" />
        </h1>
        <p>
          <FormattedMessage id="problem.FAULT" />
        </p>
        <button type="button" className="ds-button" onClick={() => location.reload()}>
          <FormattedMessage id="problem.reload" />
        </button>
      </div>
    );
  }
}
