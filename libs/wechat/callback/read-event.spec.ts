import { describe, expect, it } from '@jest/globals';
import { parseBody } from './callback-body.js';
import { dedupeKey } from './dedupe-key.js';
import { readEvent } from './read-event.js';

// The samples of the official subscribe-message page, with the trailing commas of its JSON removed.
const POPUP_XML = `<xml><ToUserName><![CDATA[gh_123456789abc]]></ToUserName><FromUserName><![CDATA[otFpruAK8D-E6EfStSYonYSBZ8_4]]></FromUserName>
<CreateTime>1610969440</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_popup_event]]></Event>
<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[VRR0]]></TemplateId>
<SubscribeStatusString><![CDATA[accept]]></SubscribeStatusString><PopupScene>2</PopupScene></List>
<List><TemplateId><![CDATA[9nLI]]></TemplateId><SubscribeStatusString><![CDATA[reject]]></SubscribeStatusString><PopupScene>2</PopupScene></List></SubscribeMsgPopupEvent></xml>`;
const CHANGE_JSON =
  '{"ToUserName":"gh_123456789abc","FromUserName":"o7es","CreateTime":"1610968440","MsgType":"event","Event":"subscribe_msg_change_event","List":[{"TemplateId":"BEwX","SubscribeStatusString":"reject"}]}';
const SENT_JSON =
  '{"ToUserName":"gh_123456789abc","FromUserName":"o7es","CreateTime":"1620963428","MsgType":"event","Event":"subscribe_msg_sent_event","List":{"TemplateId":"BEwX","MsgID":"1864323726461255680","ErrorCode":"0","ErrorStatus":"success"}}';

const read = (body: string) => readEvent(parseBody(body));

describe('reading an event', () => {
  it('reads a popup in XML with two elements', () => {
    expect(read(POPUP_XML)).toEqual({
      type: 'subscribe_msg_popup_event',
      toUser: 'gh_123456789abc',
      fromUser: 'otFpruAK8D-E6EfStSYonYSBZ8_4',
      createdAt: 1610969440,
      items: [
        { templateId: 'VRR0', status: 'accept', popupScene: '2' },
        { templateId: '9nLI', status: 'reject', popupScene: '2' },
      ],
    });
  });

  it('reads a change in JSON whose list is an array of one', () => {
    expect(read(CHANGE_JSON)).toMatchObject({
      type: 'subscribe_msg_change_event',
      items: [{ templateId: 'BEwX', status: 'reject' }],
    });
  });

  it('reads a sent event in JSON whose list is the element itself', () => {
    expect(read(SENT_JSON)).toMatchObject({
      type: 'subscribe_msg_sent_event',
      items: [{ templateId: 'BEwX', msgId: '1864323726461255680', errorCode: 0, errorStatus: 'success' }],
    });
  });

  it('keeps all digits of a MsgID in XML', () => {
    const xml = `<xml><ToUserName>gh</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType>
<Event>subscribe_msg_sent_event</Event><SubscribeMsgSentEvent><List><TemplateId>VRR0</TemplateId><MsgID>1700827132819554304</MsgID>
<ErrorCode>0</ErrorCode><ErrorStatus>success</ErrorStatus></List></SubscribeMsgSentEvent></xml>`;
    expect(read(xml)).toMatchObject({ items: [{ msgId: '1700827132819554304', errorCode: 0 }] });
  });

  it('reads what became of a template message, and who follows', () => {
    // The sample of the official template-message page.
    const sent = `<xml><ToUserName><![CDATA[gh_7f083739789a]]></ToUserName><FromUserName><![CDATA[oia2TjuEGTNoeX76QEjQNrcURxG8]]></FromUserName><CreateTime>1395658920</CreateTime>
<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[TEMPLATESENDJOBFINISH]]></Event><MsgID>200163836</MsgID><Status><![CDATA[failed:user block]]></Status></xml>`;
    expect(read(sent)).toEqual({
      type: 'template_sent',
      toUser: 'gh_7f083739789a',
      fromUser: 'oia2TjuEGTNoeX76QEjQNrcURxG8',
      createdAt: 1395658920,
      msgId: '200163836',
      status: 'failed:user block',
    });
    const follow = (event: string) =>
      `<xml><ToUserName>gh</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>${event}</Event><EventKey></EventKey></xml>`;
    expect(read(follow('subscribe'))).toMatchObject({ type: 'follow', follows: true });
    expect(read(follow('unsubscribe'))).toMatchObject({ type: 'follow', follows: false });
    expect(dedupeKey(read(follow('subscribe')))).not.toBe(dedupeKey(read(follow('unsubscribe'))));
  });

  it('passes on what it does not know', () => {
    const body =
      '{"ToUserName":"gh","FromUserName":"o","CreateTime":1,"MsgType":"event","Event":"kf_enter","X":"y"}';
    expect(read(body)).toMatchObject({
      type: 'unknown',
      msgType: 'event',
      event: 'kf_enter',
      fields: { X: 'y' },
    });
  });

  it('expands no entity', () => {
    const body =
      '<xml><ToUserName>&lt;b&gt;</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>';
    expect(read(body).toUser).toBe('&lt;b&gt;');
  });
});

describe('the key against repetitions', () => {
  it('is the same for the same push, whichever form its list has', () => {
    const asArray = SENT_JSON.replace('"List":{', '"List":[{').replace('}}', '}]}');
    expect(dedupeKey(read(SENT_JSON))).toBe(dedupeKey(read(asArray)));
    expect(dedupeKey(read(SENT_JSON))).toMatch(/^[0-9a-f]{64}$/);
  });

  it('differs for two messages that reached one person within a second', () => {
    expect(dedupeKey(read(SENT_JSON))).not.toBe(dedupeKey(read(SENT_JSON.replace('1864', '1865'))));
  });

  it('goes by MsgId for messages', () => {
    const message = (time: number) =>
      `{"ToUserName":"gh","FromUserName":"o","CreateTime":${time},"MsgType":"text","MsgId":"9"}`;
    expect(dedupeKey(read(message(1)))).toBe(dedupeKey(read(message(2))));
  });
});
