/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "model/tori-signature.h"

#include "model/tori-fold.h"

/* A Bloom filter (B. H. Bloom, "Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970) with one
 * hash function over the folded characters of some texts and over each pair of neighbours. It may say yes
 * without reason, never no. */
struct _ToriSignature
{
  guint shift; /* of a hash to the number of a bit */
  guint64 bits[];
};

/* A bit for each byte of text: Japanese has three bytes to a character, each of which adds two bits at the
 * most, and says half of what it says twice. So hardly more than a quarter of the bits is set. */
#define MIN_LOG 8
#define MAX_LOG 20

static inline guint
find_bit (const ToriSignature *self, gunichar a, gunichar b)
{
  /* Multiplicative hashing: the upper bits of a product with the golden ratio. */
  const guint64 key = (guint64) a << 21 | b;

  return (guint) (key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> self->shift);
}

static inline void
set_bit (ToriSignature *self, guint bit)
{
  self->bits[bit / 64] |= (guint64) 1 << bit % 64;
}

static inline gboolean
has_bit (const ToriSignature *self, guint bit)
{
  return (self->bits[bit / 64] >> bit % 64 & 1) != 0;
}

/**
 * tori_signature_new:
 * @n_bytes: how long the texts are that will be added
 *
 * Returns: (transfer full): a signature of nothing
 */
ToriSignature *
tori_signature_new (gsize n_bytes)
{
  const guint log = CLAMP (g_bit_storage (n_bytes), MIN_LOG, MAX_LOG);
  ToriSignature *self = g_malloc0 (sizeof (ToriSignature) + ((gsize) 1 << log) / 8);

  self->shift = 64 - log;
  return self;
}

void
tori_signature_free (ToriSignature *self)
{
  g_free (self);
}

/**
 * tori_signature_add:
 * @self: a signature
 * @text: valid UTF-8, as somebody wrote it
 *
 * What stands in @text may be contained from now on. Nothing runs over from one text into the next.
 */
void
tori_signature_add (ToriSignature *self, const char *text)
{
  gunichar before = 0, c;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  for (; *text != '\0'; before = c)
    {
      text = tori_fold_next (text, &c);
      set_bit (self, find_bit (self, 0, c));
      if (before != 0)
        set_bit (self, find_bit (self, before, c));
    }
}

/**
 * tori_signature_may_contain:
 * @self: a signature
 * @folded: what is looked for, from tori_fold()
 *
 * Returns: FALSE when @folded stands in none of the texts; TRUE when it may
 */
gboolean
tori_signature_may_contain (const ToriSignature *self, const char *folded)
{
  gunichar before = 0;

  g_return_val_if_fail (self != NULL, TRUE);
  g_return_val_if_fail (folded != NULL, TRUE);

  for (; *folded != '\0'; folded = g_utf8_next_char (folded))
    {
      const gunichar c = g_utf8_get_char (folded);
      const gboolean is_alone = before == 0 && *g_utf8_next_char (folded) == '\0';

      if ((is_alone || before != 0) && !has_bit (self, find_bit (self, before, c)))
        return FALSE;
      before = c;
    }
  return TRUE;
}

/**
 * tori_signature_get_size:
 * @self: a signature
 *
 * Returns: how many bytes of memory it takes
 */
gsize
tori_signature_get_size (const ToriSignature *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return sizeof (ToriSignature) + ((gsize) 1 << (64 - self->shift)) / 8;
}
