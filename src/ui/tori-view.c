/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/tori-view.h"

G_DEFINE_INTERFACE (ToriView, tori_view, GTK_TYPE_WIDGET)

static void
tori_view_default_init (ToriViewInterface *iface)
{
}

/**
 * tori_view_reveal:
 * @self: a view
 * @position: of an initiative in the listing
 *
 * Brings it into sight, where the view shows single initiatives.
 */
void
tori_view_reveal (ToriView *self, guint position)
{
  g_return_if_fail (TORI_IS_VIEW (self));

  if (TORI_VIEW_GET_IFACE (self)->reveal != NULL)
    TORI_VIEW_GET_IFACE (self)->reveal (self, position);
}

/**
 * tori_view_has_single:
 * @self: a view
 *
 * Returns: whether it shows single initiatives, which can be selected
 */
gboolean
tori_view_has_single (ToriView *self)
{
  g_return_val_if_fail (TORI_IS_VIEW (self), FALSE);

  return TORI_VIEW_GET_IFACE (self)->reveal != NULL;
}

/**
 * tori_view_pick:
 * @self: a view
 * @x: a place in it
 * @y: a place in it
 *
 * Returns: (transfer none) (nullable): the initiative that is shown there
 */
ToriInitiative *
tori_view_pick (ToriView *self, double x, double y)
{
  g_return_val_if_fail (TORI_IS_VIEW (self), NULL);

  return TORI_VIEW_GET_IFACE (self)->pick == NULL ? NULL : TORI_VIEW_GET_IFACE (self)->pick (self, x, y);
}

/**
 * tori_view_copy:
 * @self: a view
 *
 * Returns: (transfer full) (nullable): the table that it shows; NULL where that is the initiatives that are
 *   selected
 */
ToriCells *
tori_view_copy (ToriView *self)
{
  g_return_val_if_fail (TORI_IS_VIEW (self), NULL);

  return TORI_VIEW_GET_IFACE (self)->copy == NULL ? NULL : TORI_VIEW_GET_IFACE (self)->copy (self);
}
