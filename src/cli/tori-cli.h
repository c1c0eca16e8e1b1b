/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tori_cli_is_command (const char *word);
int tori_cli_main (int argc, char **argv);

G_END_DECLS
