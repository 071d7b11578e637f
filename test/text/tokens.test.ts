import assert from 'node:assert/strict';
import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { tokensIn } from '../../src/text/tokens.ts';

const TEXTS: Readonly<Record<string, string>> = {
  'a row': 'orders#REQ-1/AC2 [partial] An order is confirmed — docs/orders.md:8 (no test)',
  code: 'export function reserveStock(order: Order): boolean {\n  return stock.reserve(order.items) >= 0;\n}\n',
  German: 'Die Bestellung wird erst nach Zahlungseingang und Adressprüfung bestätigt.',
  Russian: 'Заказ подтверждается только после оплаты и проверки адреса доставки.',
  Chinese: '用户可以在订单提交之后的三十分钟之内取消订单并且获得全额退款',
  Japanese: '注文は支払いが完了した後にのみ確認され、配送先住所が検証されます。',
  Hindi: 'भुगतान के बाद ही आदेश की पुष्टि की जाती है।',
  emoji: '🚀✅🧪🔥',
  numbers: '9f0a3b2c-77aa-4c1e-b0d9-5b3c9f0a3b2c 2026-11-30T16:38:00Z',
};

describe('the tokens of a text', () => {
  for (const [what, text] of Object.entries(TEXTS))
    it(`are not taken for fewer than they are: ${what}`, () => {
      const tokens = encode(text).length;
      assert.ok(tokensIn(text) >= tokens * 0.95, `${tokensIn(text)} for ${tokens}`);
      assert.ok(tokensIn(text) <= tokens * 4, `${tokensIn(text)} for ${tokens}`);
    });
});
