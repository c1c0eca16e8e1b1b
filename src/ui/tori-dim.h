/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The opacity of words that we draw ourselves and that are said besides, as style.css has it for labels: they
 * keep 4.5 to 1 (WCAG 2.1, 1.4.3). */
#define TORI_DIM 0.75f
