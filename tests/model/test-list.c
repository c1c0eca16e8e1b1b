/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/tori-list.h"

#include "model/tori-pillar.h"
#include "model/tori-plan.h"

/* Keeps a second list in step by items-changed alone. */
static void
mirror_cb (GListModel *list, guint position, guint removed, guint added, GPtrArray *mirror)
{
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, mirror->len - removed + added);
  if (removed > 0)
    g_ptr_array_remove_range (mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (mirror, (int) (position + i), g_list_model_get_item (list, position + i));
}

static void
assert_same (ToriList *list, GPtrArray *mirror)
{
  ToriRecord *owner = tori_list_get_owner (list);

  g_assert_cmpuint (tori_list_get_length (list), ==, mirror->len);
  for (guint i = 0; i < mirror->len; i++)
    {
      guint position;

      g_assert_true (tori_list_get (list, i) == mirror->pdata[i]);
      g_assert_true (tori_record_get_parent (mirror->pdata[i]) == owner);
      g_assert_true (tori_list_find (list, mirror->pdata[i], &position));
      g_assert_cmpuint (position, ==, i);
    }
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), mirror->len));
}

static void
test_mirror (void)
{
  g_autoptr (ToriPlan) plan = tori_plan_new ();
  ToriList *list = tori_plan_get_pillars (plan);
  g_autoptr (GPtrArray) mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20191);

  g_signal_connect (list, "items-changed", G_CALLBACK (mirror_cb), mirror);
  for (guint round = 0; round < 2000; round++)
    {
      const guint length = tori_list_get_length (list);
      const guint position = (guint) g_rand_int_range (rand, 0, (gint32) length + 1);
      const guint wish = (guint) g_rand_int_range (rand, 0, 4);
      const guint removed = MIN (wish, length - position);
      const guint n_added = length > 40 ? 0 : (guint) g_rand_int_range (rand, 0, 4);
      g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

      for (guint i = 0; i < n_added; i++)
        g_ptr_array_add (added, g_object_new (TORI_TYPE_PILLAR, NULL));
      if (removed > 0 && n_added > 0) /* one that goes may come back at once: a move */
        {
          g_object_unref (added->pdata[0]);
          added->pdata[0] = g_object_ref (tori_list_get (list, position));
        }
      tori_list_splice (list, position, removed, (ToriRecord *const *) added->pdata, added->len);
      assert_same (list, mirror);
    }
  g_assert_cmpuint (mirror->len, >, 0);
}

static void
test_removed_belong_nowhere (void)
{
  g_autoptr (ToriPlan) plan = tori_plan_new ();
  ToriList *list = tori_plan_get_pillars (plan);
  ToriRecord *pillar = g_object_new (TORI_TYPE_PILLAR, "id", "a", NULL);

  tori_list_splice (list, 0, 0, &pillar, 1);
  g_assert_true (tori_list_find_id (list, "a") == pillar);
  g_assert_true (tori_record_get_list (pillar) == list);
  tori_list_splice (list, 0, 1, NULL, 0);
  g_assert_null (tori_list_find_id (list, "a"));
  g_assert_null (tori_record_get_list (pillar));
  g_assert_finalize_object (pillar);
}

static void
test_model (void)
{
  g_autoptr (ToriPlan) plan = tori_plan_new ();

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (tori_plan_get_pillars (plan)))
                 == TORI_TYPE_PILLAR);
  g_assert_cmpstr (tori_list_get_field (tori_plan_get_pillars (plan))->name, ==, "pillars");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/list/mirror", test_mirror);
  g_test_add_func ("/list/removed-belong-nowhere", test_removed_belong_nowhere);
  g_test_add_func ("/list/model", test_model);

  return g_test_run ();
}
