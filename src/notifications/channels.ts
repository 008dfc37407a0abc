import { Injectable } from '@nestjs/common';
import type { Channel } from './channel.js';
import { MiniProgramChannel } from './mini-program.channel.js';
import { OfficialAccountChannel } from './official-account.channel.js';
import { SmsChannel } from './sms.channel.js';
import type { ChannelName } from './notification.terms.js';

/** The ways to people that this installation has, in the order in which they are tried (通道). */
@Injectable()
export class Channels {
  readonly inOrder: readonly Channel[];

  constructor(miniProgram: MiniProgramChannel, official: OfficialAccountChannel, sms: SmsChannel) {
    this.inOrder = [miniProgram, official, sms].filter(({ isOn }) => isOn);
  }

  /** The ways that are tried after one of them; all where none was tried. */
  after(name: ChannelName | null): readonly Channel[] {
    return this.inOrder.slice(this.inOrder.findIndex((channel) => channel.name === name) + 1);
  }
}
