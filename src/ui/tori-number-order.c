/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-number-order.h"

#include <string.h>

#include "model/tori-fold.h"

/* Leading zeros do not count. */
static const char *
skip_zeros (const char *p)
{
  while (*p == '0' && g_ascii_isdigit (p[1]))
    p++;
  return p;
}

static int
compare_digits (const char **a, const char **b)
{
  const char *start_a = skip_zeros (*a), *start_b = skip_zeros (*b);
  gsize n_a = strspn (start_a, "0123456789"), n_b = strspn (start_b, "0123456789");

  *a = start_a + n_a;
  *b = start_b + n_b;
  if (n_a != n_b)
    return n_a < n_b ? -1 : 1;
  return memcmp (start_a, start_b, n_a);
}

/**
 * tori_number_compare:
 * @a: the number of an initiative, as people write it
 * @b: another
 *
 * Orders numbers as people do: 2 before 10, both before R1-1, full and half width alike; none at all comes
 * last.
 *
 * Returns: below, equal to or above zero
 */
int
tori_number_compare (const char *a, const char *b)
{
  g_autofree char *folded_a = tori_fold (a);
  g_autofree char *folded_b = tori_fold (b);
  const char *p = folded_a, *q = folded_b;

  if (*p == '\0' || *q == '\0')
    return (*p == '\0') - (*q == '\0');
  while (*p != '\0' && *q != '\0')
    {
      int order;

      if (g_ascii_isdigit (*p) && g_ascii_isdigit (*q))
        order = compare_digits (&p, &q);
      else
        order = (guchar) *p++ - (guchar) *q++;
      if (order != 0)
        return order;
    }
  return (guchar) *p - (guchar) *q;
}

/**
 * tori_number_make_key:
 * @number: the number of an initiative, as people write it
 *
 * Returns: (transfer full): a text such that the texts of two numbers compare, byte by byte, as
 *   tori_number_compare() does; "" for none
 */
char *
tori_number_make_key (const char *number)
{
  g_autofree char *folded = tori_fold (number);
  GString *key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0';)
    {
      gsize n;

      if (!g_ascii_isdigit (*p))
        {
          g_string_append_c (key, *p++);
          continue;
        }
      p = skip_zeros (p);
      n = strspn (p, "0123456789");
      g_string_append_printf (key, "%06u", (guint) MIN (n, 999999));
      g_string_append_len (key, p, (gssize) n);
      p += n;
    }
  return g_string_free (key, FALSE);
}
