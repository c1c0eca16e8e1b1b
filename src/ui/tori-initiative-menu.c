/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-initiative-menu.h"

#include <glib/gi18n.h>

#include "model/tori-entry.h"
#include "model/tori-label.h"
#include "model/tori-pillar.h"
#include "model/tori-scale.h"
#include "ui/tori-level-words.h"
#include "ui/tori-state-words.h"

/* What can be done with the initiatives that are selected, in the words of their plan. */

static void
append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

/* What the user wrote may hold an underscore, which is none of a mnemonic. */
static char *
escape (const char *words)
{
  g_autoptr (GString) text = g_string_new (words);

  g_string_replace (text, "_", "__", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A level with a year asks for it: the plan's years up to the one that is shown, the last first. */
static void
append_level (GMenu *menu, ToriListing *listing, const char *scale, ToriLevel *level)
{
  ToriPlan *plan = tori_listing_get_plan (listing);
  const char *id = tori_record_get_id (TORI_RECORD (level));
  g_autoptr (GMenu) years = NULL;
  g_autofree char *name = tori_level_words (level);
  g_autofree char *label = escape (name);

  if (!tori_level_has_year (level))
    {
      append (menu, label, "win.set-level", g_variant_new ("(ssi)", scale, id, 0));
      return;
    }
  years = g_menu_new ();
  for (int year = tori_listing_get_year (listing); year >= tori_plan_get_years (plan)->first; year--)
    {
      g_autofree char *words = tori_label_level (level, year);
      g_autofree char *escaped = escape (words);

      append (years, escaped, "win.set-level", g_variant_new ("(ssi)", scale, id, year));
    }
  g_menu_append_submenu (menu, label, G_MENU_MODEL (years));
}

static void
append_scale (GMenu *menu, ToriListing *listing, ToriScale *scale, gboolean only)
{
  const char *id = tori_record_get_id (TORI_RECORD (scale));
  ToriList *levels = tori_scale_get_levels (scale);
  g_autoptr (GMenu) submenu = g_menu_new ();
  g_autofree char *name = escape (tori_scale_get_name (scale));

  for (guint i = 0; i < tori_list_get_length (levels); i++)
    append_level (submenu, listing, id, tori_list_get (levels, i));
  append (submenu, _ ("Not assessed"), "win.set-level", g_variant_new ("(ssi)", id, "", 0));
  g_menu_append_submenu (menu, only || *name == '\0' ? _ ("Set _Level") : name, G_MENU_MODEL (submenu));
}

static GMenuModel *
create_states (void)
{
  GMenu *menu = g_menu_new ();

  for (int state = TORI_STATE_DRAFT; state <= TORI_STATE_CONFIRMED; state++)
    append (menu, tori_state_words ((ToriState) state), "win.set-state", g_variant_new_int32 (state));
  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_pillars (ToriPlan *plan)
{
  GMenu *menu = g_menu_new ();
  ToriList *pillars = tori_plan_get_pillars (plan);

  for (guint i = 0; i < tori_list_get_length (pillars); i++)
    {
      ToriPillar *pillar = tori_list_get (pillars, i);
      g_autofree char *sign = tori_label_pillar (pillar);
      g_autofree char *title = escape (tori_pillar_get_title (pillar));
      g_autofree char *label = g_strdup_printf ("%s %s", sign, title);

      append (menu, label, "win.set-pillar",
              g_variant_new_string (tori_record_get_id (TORI_RECORD (pillar))));
    }
  return G_MENU_MODEL (menu);
}

/* Keys of the views are not those of the whole program, so the menu has to be told. */
static void
append_with_key (GMenu *menu, const char *label, const char *action, const char *key)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static GMenu *
create_changes (ToriListing *listing)
{
  ToriPlan *plan = tori_listing_get_plan (listing);
  ToriList *scales = tori_plan_get_scales (plan);
  const guint n = tori_list_get_length (scales);
  g_autoptr (GMenuModel) states = create_states ();
  g_autoptr (GMenuModel) pillars = create_pillars (plan);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < n; i++)
    append_scale (menu, listing, tori_list_get (scales, i), n == 1);
  g_menu_append_submenu (menu, _ ("Set _State"), states);
  g_menu_append (menu, _ ("Set D_ivisions…"), "win.set-divisions");
  g_menu_append_submenu (menu, _ ("Move to _Pillar"), pillars);
  g_menu_append (menu, _ ("Re_number…"), "win.renumber");
  return menu;
}

/**
 * tori_initiative_menu_new:
 * @listing: what is shown
 *
 * Returns: (transfer full): the menu of the initiatives that are selected
 */
GMenuModel *
tori_initiative_menu_new (ToriListing *listing)
{
  GMenu *menu = g_menu_new ();
  GMenu *one = g_menu_new ();
  GMenu *order = g_menu_new ();
  GMenu *last = g_menu_new ();

  append_with_key (one, _ ("_Edit"), "win.edit-initiative", "Return");
  g_menu_append (one, _ ("_Add Initiative"), "win.add-initiative");
  append_with_key (one, _ ("_Duplicate"), "win.duplicate", "<Control>d");
  append_section (menu, one);
  append_section (menu, create_changes (listing));
  append_with_key (order, _ ("Move _Up"), "win.move-up", "<Alt>Up");
  append_with_key (order, _ ("Move Do_wn"), "win.move-down", "<Alt>Down");
  append_section (menu, order);
  append_with_key (last, _ ("_Copy"), "win.copy", "<Control>c");
  append_with_key (last, _ ("_Paste from a Spreadsheet…"), "win.paste", "<Control>v");
  append_with_key (last, _ ("_Delete"), "win.remove-initiative", "Delete");
  append_section (menu, last);
  return G_MENU_MODEL (menu);
}
