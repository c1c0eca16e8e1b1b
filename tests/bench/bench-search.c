/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "model/tori-block.h"
#include "model/tori-entry.h"
#include "model/tori-query.h"
#include "model/tori-initiative.h"
#include "model/tori-pillar.h"
#include "model/tori-totals.h"
#include "support/tori-test-plans.h"

/* bench-search N: what one press of a key costs when N initiatives are filtered by a word that none of them
 * holds, so that every text of the reported year is read to its end; beside strlen () over the same texts,
 * which is the least that looking at them can cost. And one count of the totals, which stand in the window
 * all the time. */

#define ROUNDS 5

/* Of the processor, in microseconds: other programs are not judged here. */
static gint64
get_time (void)
{
  struct timespec time;

  g_assert_cmpint (clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time), ==, 0);

  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

typedef gsize (*TextFunc) (const char *text, gpointer data);

static gsize
visit_blocks (ToriList *blocks, TextFunc func, gpointer data)
{
  gsize sum = 0;

  for (guint i = 0; i < tori_list_get_length (blocks); i++)
    sum += func (tori_block_get_text (tori_list_get (blocks, i)), data);

  return sum;
}

/* Every text of the reported year, in the order in which the window looks at them. */
static gsize
visit_texts (ToriPlan *plan, TextFunc func, gpointer data)
{
  ToriList *pillars = tori_plan_get_pillars (plan);
  gsize sum = 0;

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriList *initiatives = tori_pillar_get_initiatives (tori_list_get (pillars, i));

      for (guint j = 0; j < tori_list_get_length (initiatives); j++)
        {
          ToriInitiative *initiative = tori_list_get (initiatives, j);
          ToriEntry *entry = tori_initiative_find_entry (initiative, tori_plan_get_year (plan));

          sum += func (tori_initiative_get_title (initiative), data);
          if (entry == NULL)
            continue;
          sum += visit_blocks (tori_entry_get_actions (entry), func, data);
          sum += visit_blocks (tori_entry_get_outcome (entry), func, data);
          sum += visit_blocks (tori_entry_get_outlook (entry), func, data);
        }
    }

  return sum;
}

static gsize
measure_text (const char *text, gpointer data)
{
  return strlen (text);
}

static gsize
search_text (const char *text, gpointer data)
{
  ToriQueryFound found = 0;

  return tori_query_feed (data, &found, text);
}

/* The best of some rounds, in microseconds. */
static gint64
time_visit (ToriPlan *plan, TextFunc func, gpointer data, gsize *sum)
{
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = get_time ();

      *sum = visit_texts (plan, func, data);
      best = MIN (best, get_time () - start);
    }

  return MAX (best, 1);
}

static gint64
time_totals (ToriPlan *plan)
{
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = get_time ();
      g_autoptr (ToriTotals) totals =
          tori_totals_new (plan, tori_plan_get_year (plan), tori_list_get (tori_plan_get_scales (plan), 0),
                           TORI_TOTALS_BY_DIVISION);

      best = MIN (best, get_time () - start);
      g_assert_cmpuint (totals->total.count, >, 0);
    }

  return best;
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 0;
  g_autoptr (ToriPlan) plan = tori_test_big_plan (MAX (n, 1));
  g_autoptr (ToriQuery) query = tori_query_new ("わーくしょっぴんぐ");
  gsize bytes = 0, found = 0;
  gint64 reading = time_visit (plan, measure_text, NULL, &bytes);
  gint64 searching = time_visit (plan, search_text, query, &found);

  g_assert_cmpuint (found, ==, 0);
  printf ("search n=%u bytes=%zu cpu_us=%" G_GINT64_FORMAT " mb_per_s=%" G_GINT64_FORMAT
          " strlen_us=%" G_GINT64_FORMAT "\n",
          n, bytes, searching, (gint64) bytes / searching, reading);
  printf ("totals-by-division n=%u cpu_us=%" G_GINT64_FORMAT "\n", n, time_totals (plan));

  return EXIT_SUCCESS;
}
