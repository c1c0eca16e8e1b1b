/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-charset.h"

#include <string.h>

/*
 * Characters that other systems of an office can't show or print: those that are not in CP932, the character
 * set of Japanese Windows programs, mail systems and assemblies' presses that do not take Unicode. The usual
 * guest is a simplified Chinese form that an input method or a font has slipped in, such as 劳 (U+52B3) for
 * 労: it looks right and can't be found by a search.
 *
 * What CP932 holds is asked of iconv and remembered for each character.
 */

/* The Basic Multilingual Plane; CP932 has nothing beyond. */
#define PLANE 0x10000

/* Simplified forms that CP932 does not have, each before the Japanese one that is meant; sorted. The facts
 * are those of the Unihan database (kSimplifiedVariant) and of the list of common characters (常用漢字表,
 * 2010). */
static const char simplified[] =
    "专専业業东東两両严厳丰豊临臨为為举挙么麼义義乌烏乐楽习習乡郷书書买買亚亜产産亲親亿億仅僅仓倉仪儀"
    "们們众衆优優伞傘伟偉传伝伤傷伦倫伪偽侧側侨僑俭倹债債倾傾偿償储儲兰蘭关関兴興养養兽獣军軍农農冯馮"
    "冻凍净浄减減凤鳳击撃刘劉则則刚剛创創删刪别別剂剤剑剣剧劇劝勧办弁务務动動劲勁劳労势勢勋勲华華协協"
    "单単卖売卢盧卫衛厅庁历歴压圧厌厭县県叁参发発变変叹嘆吓嚇启啓呐吶员員呜嗚响響唤喚啸嘯团団园園围囲"
    "图図圆円圣聖场場块塊坚堅坛壇坟墳坠墜垄壟垒塁垦墾壳殻处処备備复復头頭夹夾夺奪奖奨妆妝妇婦妈媽娱娯"
    "孙孫宁寧实実宠寵审審宪憲宫宮宽寛宾賓对対尔爾尘塵尝嘗层層岁歳岂豈岗崗岛島岭嶺币幣帅帥师師帐帳带帯"
    "帮幇庆慶庐廬库庫应応庙廟废廃开開异異张張弹弾强強归帰录録彻徹忆憶忧憂怀懐态態总総恳懇恶悪恼悩悬懸"
    "惊驚惩懲愤憤户戸执執扩拡扫掃扬揚扰擾抚撫护護报報拟擬拥擁择択挚摯挤擠挥揮损損换換掷擲揽攬摄摂摆擺"
    "摇揺敌敵敛斂斋斎时時旷曠昙曇显顕晓暁暂暫术術杀殺杂雑权権杨楊极極构構枪槍柜櫃标標栈桟栋棟栏欄树樹"
    "样様桥橋检検榄欖欢歓毁毀毕畢汇匯汉漢汤湯沟溝沪滬泽沢洁潔测測济済浓濃涂塗涡渦润潤涨漲渐漸渔漁满満"
    "滨浜灭滅灵霊灾災炼煉烂爛烧焼热熱爱愛爷爺狱獄猎猟玛瑪环環现現琐瑣电電畅暢疗療疮瘡盐塩监監盘盤矿鉱"
    "码碼砖磚础礎确確祸禍离離种種积積稳穏穷窮窍竅竞競笔筆笼籠签簽简簡纠糾红紅纤繊约約级級纪紀纬緯纯純"
    "纲綱纳納纵縦纷紛纸紙纹紋线線练練组組细細织織终終绍紹经経结結绘絵给給络絡绝絶统統继継续続维維绵綿"
    "综綜绿緑缓緩编編缘縁缩縮罗羅罚罰职職联聯聪聡肃粛肠腸肤膚胁脅胜勝脑脳舰艦艺芸节節苏蘇荣栄药薬获獲"
    "营営萧蕭蓝藍虑慮虽雖蚀蝕补補见見观観规規视視览覧觉覚计計订訂认認讨討让譲训訓议議记記讲講许許论論"
    "设設访訪证証评評识識诉訴词詞译訳试試诗詩诚誠话話询詢该該详詳语語误誤说説请請诸諸课課调調谈談谋謀"
    "谓謂谢謝谱譜负負财財责責贤賢败敗货貨质質贩販贫貧购購贮貯贯貫贵貴贷貸贸貿费費贺賀资資赏賞赖頼赠贈"
    "赢贏跃躍车車转転轮輪软軟轻軽载載较較辅輔输輸辩弁边辺达達迁遷过過运運还還进進远遠违違连連迟遅适適"
    "选選递逓遗遺邮郵邻隣郑鄭释釈针針钓釣钟鐘钢鋼钱銭铁鉄铜銅银銀链鏈销銷锁鎖错錯锦錦键鍵镇鎮镜鏡长長"
    "门門闪閃闭閉问問间間闻聞阅閲队隊阳陽阴陰阵陣阶階际際陆陸险険隐隠难難雾霧韩韓页頁顶頂项項顺順须須"
    "顾顧顿頓预預领領频頻题題颜顔额額风風飞飛饭飯饮飲馆館马馬驱駆驻駐验験骚騒鱼魚鲜鮮鸟鳥鸡鶏齐斉齿歯"
    "龄齢龙竜龟亀";

static gboolean
ask (GIConv converter, gunichar c)
{
  char bytes[6], out[8];
  char *in_at = bytes, *out_at = out;
  gsize in_left = (gsize) g_unichar_to_utf8 (c, bytes), out_left = sizeof out;

  return g_iconv (converter, &in_at, &in_left, &out_at, &out_left) == 0;
}

/* What is not known is held to be there: nobody is told of faults that are none. */
static gboolean
is_known (gunichar c)
{
  static GIConv converter;
  static guint8 asked[PLANE / 8], known[PLANE / 8];
  const guint8 bit = (guint8) (1 << c % 8);

  if (c < 0x80)
    return TRUE;
  if (c >= PLANE)
    return FALSE;
  if (converter == NULL)
    converter = g_iconv_open ("CP932", "UTF-8");
  if (converter == (GIConv) -1)
    return TRUE;
  if ((asked[c / 8] & bit) == 0)
    {
      asked[c / 8] |= bit;
      if (ask (converter, c))
        known[c / 8] |= bit;
      else
        g_iconv (converter, NULL, NULL, NULL, NULL); /* forgets where it was */
    }
  return (known[c / 8] & bit) != 0;
}

/**
 * tori_charset_find:
 * @text: a text
 * @from: where to begin, in bytes
 * @start: (out): where the character begins
 * @end: (out): where it ends
 *
 * Finds the next character that other systems can't show. Not for several threads at once.
 *
 * Returns: whether there is one
 */
gboolean
tori_charset_find (const char *text, gsize from, gsize *start, gsize *end)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (const char *at = text + from; *at != '\0'; at = g_utf8_next_char (at))
    if (!is_known (g_utf8_get_char (at)))
      {
        *start = (gsize) (at - text);
        *end = (gsize) (g_utf8_next_char (at) - text);
        return TRUE;
      }
  return FALSE;
}

/**
 * tori_charset_get_instead:
 * @character: one that tori_charset_find() has found, and whatever follows it
 *
 * Returns: (transfer none) (nullable): where the one that is meant begins, which ends before the next
 * character; NULL when nobody can tell
 */
const char *
tori_charset_get_instead (const char *character)
{
  const gunichar c = g_utf8_get_char (character);

  for (const char *at = simplified; *at != '\0'; at = g_utf8_next_char (g_utf8_next_char (at)))
    if (g_utf8_get_char (at) == c)
      return g_utf8_next_char (at);
  return NULL;
}
